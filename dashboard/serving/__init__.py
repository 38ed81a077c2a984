"""The answers of the atlas: its pages and addresses, rules and limits for browsers, health, logs and metrics."""
