"""入驻: who holds which parcel or room from when to when, at what rent, and what stands empty."""
