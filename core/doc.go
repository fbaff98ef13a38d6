// Package core runs scenarios: it builds the machine that a scenario describes,
// lets its tasks run on the block layer of the kernel it names, and leaves the
// trace.
//
//	scenario ──▶ Machine ── ops ──▶ Layer (linux2624, linux44, linux618) ──▶ trace
//	                 └── sim.Loop: one clock, one FIFO of what is due
//
// Hard facts:
//
//   - A run is a function of its scenario. There is no clock, no chance but the
//     scenario's seeds, no order of a map, no goroutine.
//   - No time passes inside a kernel function. Only the device's service,
//     timers, sleep and compute let it pass.
//   - A task runs until it blocks. Where it blocked is data ([sim.State]).
//   - A run in slices equals a run in one go; tracing changes nothing.
package core
