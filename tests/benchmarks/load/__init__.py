"""Many visitors at once: `python -m tests.benchmarks.load`."""
