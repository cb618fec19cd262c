"""Plans of projects, counted back from their fixed days: editions, milestones, what was done."""
