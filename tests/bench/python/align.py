"""Aligns two texts with a Python package: beads out, a line each, after the seconds that it took.

Usage: align.py SYSTEM < texts

The input is the number of segments of the source, then its segments and those of the target, one a line. A bead is four numbers: the
first segment of the source and the one past the last, and the same of the target. Exits with 1 where the package is not installed.
"""

import sys
import time


def aligner(system):
    if system == "nltk":
        from nltk.translate.gale_church import align_blocks

        return lambda source, target: beads(
            align_blocks([len(s) for s in source], [len(s) for s in target]),
            len(source),
            len(target),
        )
    import galechurch

    return lambda source, target: [
        (bead.source_start, bead.source_end, bead.target_start, bead.target_end)
        for bead in galechurch.align(source, target).beads
    ]


def beads(links, sources, targets):
    """The beads of pairs of segments: pairs with a segment in common are one, and a segment in none is one alone."""
    found = []
    i = j = 0
    for source, target in sorted(links):
        if found and (source < found[-1][1] or target < found[-1][3]):
            found[-1][1] = i = max(i, source + 1)
            found[-1][3] = j = max(j, target + 1)
            continue
        found += alone(i, source, j, target)
        found.append([source, source + 1, target, target + 1])
        i, j = source + 1, target + 1
    return found + alone(i, sources, j, targets)


def alone(i, source, j, target):
    """The beads of segments that nothing belongs to."""
    return [[at, at + 1, j, j] for at in range(i, source)] + [
        [source, source, at, at + 1] for at in range(j, target)
    ]


def main():
    try:
        align = aligner(sys.argv[1])
    except ImportError:
        sys.exit(1)
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    count, *lines = sys.stdin.read().split("\n")
    source, target = lines[: int(count)], lines[int(count) :]
    start = time.perf_counter()
    found = align(source, target)
    print(time.perf_counter() - start)
    for bead in found:
        print(*bead)


if __name__ == "__main__":
    main()
