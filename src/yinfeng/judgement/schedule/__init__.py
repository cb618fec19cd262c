"""Plans counted back from fixed days (倒排工期): days, network, passes, outlook, changes."""
