"""推进: problems, money and photos, lights, meetings and forms of the projects on their way."""
