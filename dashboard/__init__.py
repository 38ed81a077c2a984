"""The atlas of twinned regions: catalogue, charts, views and exports."""
