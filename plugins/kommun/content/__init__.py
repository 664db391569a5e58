"""What editors write, read into typed documents with line numbers."""
