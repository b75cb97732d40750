"""Splits texts with a Python package: one text a line in, the byte offsets where its sentences end out.

Usage: split.py SYSTEM LANGUAGE < texts

The end of a text is left out. Exits with 1 where the package is not installed.
"""

import sys


def splitter(system, language):
    if system == "hazm":
        import hazm

        return hazm.SentenceTokenizer().tokenize
    if system == "pysbd":
        import pysbd

        return pysbd.Segmenter(language=language, clean=False).segment
    import sentencex

    return lambda text: list(sentencex.segment(language, text))


def ends(text, sentences):
    """Finds the sentences in the text again, comparing without white space, which some systems change."""
    letters = [(i, c) for i, c in enumerate(text) if not c.isspace()]
    at = 0
    found = []
    for sentence in sentences:
        at += sum(not c.isspace() for c in sentence)
        if 0 < at < len(letters):
            last = letters[at - 1][0]
            found.append(len(text[: last + 1].encode()))
    return found


def main():
    system, language = sys.argv[1:3]
    try:
        split = splitter(system, language)
    except ImportError:
        sys.exit(1)
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        text = line.rstrip("\n")
        print(*ends(text, split(text)))


if __name__ == "__main__":
    main()
