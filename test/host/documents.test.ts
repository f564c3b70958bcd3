// Languages, estimates and documents that are no files.
