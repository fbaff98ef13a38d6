package core_test

import (
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
)

// everyOp has every op there is, some with names that only one kernel knows.
const everyOp = `
lenient
task 1
  start_plug
  write 0 +8
  unplug
  set nr_requests 8
  set low_latency 1
  set unplug_thresh 2
  fail_alloc_ioc 0
  fail_alloc_icq 0
  ioc_get 1
  ioc_put
  ioc_create_for 1
  ioprio be/2
  fork 2 clone_io
  compute 1ms
  sleep 1ms
  reclaim 0
  finish_plug
  stream write random seed=1 count=4 +8 plug_each=2
  wait
  elevator noop
  exit_begin
task 2 parent=1
  read 64 +8
  wait
`

// TestLenientOpsDoNothing runs a scenario with ops of all kernels on each.
func TestLenientOpsDoNothing(t *testing.T) {
	for _, head := range []string{"kernel 2.6.24\nelevator noop", "kernel 4.4\nelevator noop", "kernel 6.18\nelevator none"} {
		sc, err := scenario.Parse("version 1\n" + head + everyOp)
		if err != nil {
			t.Fatal(err)
		}
		m, err := core.New(sc, core.Options{Trace: true, Times: true})
		if err != nil {
			t.Fatal(err)
		}
		if status := m.Run(core.Forever, 0); status != core.Complete || m.System().Bios() != 6 {
			t.Errorf("%s: %d bios, %s", head, m.System().Bios(), m.EndText())
		}
	}
}
