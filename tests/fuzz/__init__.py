"""Random inputs, drawn from a seed: tables, addresses and messages, each of which ends well or is told as a fault."""
