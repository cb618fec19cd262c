"""Land: parks, blocks, parcels, buildings, floors, units; control zones; the map."""
