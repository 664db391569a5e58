"""How inputs are made: everything from one source of chance, so that a number or hypothesis gives the same input again."""
