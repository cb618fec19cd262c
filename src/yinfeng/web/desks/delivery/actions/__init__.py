"""What is done in delivery: problems, money, photos, lights, meetings, forms."""
