// The panel in four themes and two widths, and by keyboard alone.
