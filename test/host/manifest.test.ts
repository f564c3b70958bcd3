// What the manifest promises is registered, and settings are read from where they may be.
