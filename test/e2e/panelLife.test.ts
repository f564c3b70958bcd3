// The panel hidden, moved, closed, and the window reloaded: what was shown is there again.
