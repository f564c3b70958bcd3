// The packaged extension, installed in a fresh VS Code, runs one prompt to its end.
