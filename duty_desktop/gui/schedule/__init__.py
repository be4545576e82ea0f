"""The page "Schedule": the law in the program, to be read and searched."""
