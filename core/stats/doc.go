// Package stats computes from a trace what btt prints: how long I/Os stay in
// each stage, how many merge, how the plug behaves, how far the head travels.
//
// The unit is the queued I/O: one Q. It is followed by sector, as btt does, so
// that the same code serves a simulated run and a trace of a real machine.
//
//	Q ──Q2G── G ──G2I── I ──I2D── D ──D2C── C        Q2C: all of it
//	Q ──Q2M── M ─────────M2D───── D ──D2C── C        for one that merged
//
// Times are nanoseconds, sectors 512 bytes.
package stats
