"""Records of outreach: trips, receptions, talks, ties and teams."""
