"""Names and addresses in texts that tell of permits, which are not published on the web (strategy 4.1).

The words that tell them from other names and places are data: `vocabulary.yml` and `given-names.txt`.
"""
