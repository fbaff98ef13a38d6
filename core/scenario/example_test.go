package scenario_test

import (
	"fmt"

	"blkplay/core/scenario"
)

func ExampleParse() {
	_, err := scenario.Parse(`version 1
kernel 4.4
task 1
  wirte 0 +8
  write 0 +8 snyc
  sleep 5
`)
	for _, e := range err.(scenario.Errors) {
		fmt.Println(e)
	}
	_, err = scenario.Parse(`version 1
kernel 4.4
task 1
  unplug
`)
	fmt.Println(err)
	// Output:
	// line 4, column 3: "wirte" is no op; did you mean write? Possible here: write, read, stream, wait, sleep, compute, start_plug, finish_plug, ioprio, fork, set, reclaim, fail_alloc_ioc, fail_alloc_icq, ioc_create_for, ioc_get, ioc_put, exit_begin
	// line 5, column 14: "snyc" is not known here; did you mean sync? Possible here: x8, step, sync, meta, ahead
	// line 6, column 9: "5" has no unit; write 5ns, 5us, 5ms or 5s
	// line 4, column 3: kernel 4.4 has no op unplug (kernel 2.6.24 has it); a lenient line before the tasks makes such ops do nothing
}

func ExampleFormatText() {
	text, err := scenario.FormatText(`version 1
kernel 2.6.24
elevator anticipatory
# four writes reach the threshold
task 1
write 0 +8 x4 step 16 sync   # 64 is free
sleep until 0.005s
`)
	fmt.Print(text, err)
	// Output:
	// version 1
	// kernel 2.6.24
	// elevator as
	// hz 250
	// device linear depth=1 base_us=100 per_sector_ns=1000
	// # four writes reach the threshold
	// task 1
	//   write 0 +8 x4 step 16 sync # 64 is free
	//   sleep until 5ms
	// <nil>
}

func ExampleKernel_Info() {
	sc := scenario.Default(scenario.Linux44)
	for _, p := range sc.Kernel.Info().Elevator("deadline").Tunables {
		fmt.Printf("%s=%d%s: %s\n", p.Name, p.Default(sc), p.Unit, p.Text)
	}
	// Output:
	// read_expire=500ms: a read is due so long after its insertion
	// write_expire=5000ms: a write is due so long after its insertion
	// writes_starved=2: so many batches of reads may pass writes
	// front_merges=1: 1: look for a request that starts where the bio ends
	// fifo_batch=16requests: requests taken in sector order before deadlines are looked at
}
