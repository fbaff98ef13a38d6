package cfq2624_test

import (
	"fmt"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// The example of the package's documentation.
func Example() {
	sc, err := scenario.Parse(`version 1
kernel 2.6.24
elevator cfq
hz 1000
device linear depth=1 base_us=1000 per_sector_ns=0
task 1
  read 0 +8
  wait
  read 8 +8
  wait
task 2
  read 100000 +8
  wait
`)
	if err != nil {
		panic(err)
	}
	m, err := core.New(sc, core.Options{Trace: true})
	if err != nil {
		panic(err)
	}
	m.Run(core.Forever, 0)
	for _, e := range m.Trace().Events() {
		if e.Kind == trace.Issue || e.Kind == trace.Complete {
			fmt.Printf("%d ms %s %d by task %d\n", e.Time/1_000_000, e.Kind.Letter(), e.Sector, e.Task)
		}
	}
	// Output:
	// 0 ms D 0 by task 1
	// 1 ms C 0 by task 0
	// 1 ms D 8 by task 1
	// 2 ms C 8 by task 0
	// 2 ms D 100000 by task 0
	// 3 ms C 100000 by task 0
}
