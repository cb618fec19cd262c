"""后台任务: what waits, runs and failed, for the administrator of the system."""
