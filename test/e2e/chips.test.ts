// Parameters changed through the chips of the panel, and the choice of a model.
