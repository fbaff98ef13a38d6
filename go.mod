module blkplay

go 1.26.0
