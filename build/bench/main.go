// Command bench tells how fast the model is beside the kernels' own C code.
//
// A machine's speed cancels out in steps per bio: how many steps of xorshift64,
// one after the other, take as long as a bio. Beside each figure stands that of
// the C code. Natively first, then the same
// workloads as WebAssembly under Node, from either compiler, beside native.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"blkplay/build/bench/workload"
	"blkplay/core"
	"blkplay/core/scenario"
)

func main() {
	bios := flag.Int64("bios", 1_000_000, "bios of each workload")
	only := flag.String("only", "", "measure only lines that contain this, such as \"2.6.24 randw\"")
	native := flag.Bool("native", false, "leave out WebAssembly")
	runs := flag.Int("runs", 3, "runs of each workload; the median counts")
	flag.Parse()
	over := measureAll(*bios, *runs, *only)
	if !*native {
		// Half of the bios: Go's takes several times as long, and the figures are ratios.
		if err := underNode(*bios/2, *runs, *only); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
	}
	if *only == "" {
		if err := growth(*bios, *runs); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
	}
	if over > 0 {
		fmt.Printf("%d natively slower than the kernel's C code, or with allocations\n", over)
	}
}

// measureAll prints a line for each workload and elevator, and returns how many miss the aim.
func measureAll(bios int64, runs int, only string) (over int) {
	fmt.Printf("%s/%s, yardstick %.0f M steps/s\n", runtime.GOOS, runtime.GOARCH, yardstick()/1e6)
	fmt.Printf("%-28s %10s %10s %10s %8s %8s %10s\n", "", "M bios/s", "steps/bio", "kernel's C", "ratio", "traced", "allocs/bio")
	for _, w := range workload.All {
		for _, ref := range w.Steps {
			name := fmt.Sprintf("%s %s %s", w.Kernel, w.Name, ref.Elevator)
			if !strings.Contains(name, only) {
				continue
			}
			r, err := measure(&w, ref.Elevator, bios, runs)
			if err != nil {
				fmt.Printf("%-28s %v\n", name, err)
				continue
			}
			if r.steps > float64(ref.Steps) || r.allocs >= 0.001 {
				over++
			}
			c := float64(ref.Steps)
			fmt.Printf("%-28s %10.2f %10.0f %10d %8.2f %8.2f %10.4f\n", name, r.perSecond/1e6, r.steps, ref.Steps, r.steps/c, r.traced/c, r.allocs)
		}
	}
	return over
}

type result struct {
	perSecond float64 // bios
	steps     float64 // of the yardstick, a bio
	traced    float64 // likewise, with the trace recorded
	allocs    float64 // a bio, in steady state
}

func measure(w *workload.Workload, elevator string, bios int64, runs int) (result, error) {
	var r result
	var speed, steps, traced []float64
	var mallocs uint64
	for range runs {
		yard := yardstick()
		plain, err := run(w.Scenario(elevator, bios), false)
		if err != nil {
			return r, err
		}
		recorded, err := run(w.Scenario(elevator, bios), true)
		if err != nil {
			return r, err
		}
		mallocs = plain.mallocs
		// A machine is not equally fast all the time: the yardstick is laid on both sides.
		yard = (yard + yardstick()) / 2
		speed = append(speed, float64(bios)/plain.took.Seconds())
		steps = append(steps, yard*plain.took.Seconds()/float64(bios))
		traced = append(traced, yard*recorded.took.Seconds()/float64(bios))
	}
	// What a run of half the bios allocates is its beginning.
	half, err := run(w.Scenario(elevator, bios/2), false)
	if err != nil {
		return r, err
	}
	allocs := (float64(mallocs) - float64(half.mallocs)) / float64(bios-bios/2)
	return result{median(speed), median(steps), median(traced), max(allocs, 0)}, nil
}

// cost is what a run took.
type cost struct {
	took    time.Duration
	mallocs uint64
}

// recordsKept is how many records a traced run keeps before they are dropped, as
// a page takes them over slice by slice.
const recordsKept = 50_000

// run measures one run, without the making of the machine, and checks that it did its work.
func run(sc *scenario.Scenario, traced bool) (cost, error) {
	m, err := core.New(sc, core.Options{Trace: traced})
	if err != nil {
		return cost{}, err
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := worked()
	for m.Run(core.Forever, recordsKept) == core.Running {
		m.Trace().Drain()
	}
	took := worked() - start
	runtime.ReadMemStats(&after)
	if text := m.EndText(); m.Run(core.Forever, 0) != core.Complete {
		return cost{}, fmt.Errorf("%s", text)
	}
	return cost{took, after.Mallocs - before.Mallocs}, nil
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}

// sink keeps the yardstick from being optimised away.
var sink uint64

// yardstick returns how many steps of xorshift64 this machine does in a second now.
//
// It is many calls of a short function: a WebAssembly engine optimises a function
// between two calls of it, not while it runs.
func yardstick() float64 {
	const calls, steps = 1000, 100_000
	x := uint64(88172645463325252)
	start := worked()
	for range calls {
		x = stepping(x, steps)
	}
	took := worked() - start
	sink += x
	return calls * steps / took.Seconds()
}

//go:noinline
func stepping(x uint64, steps int) uint64 {
	for range steps {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	return x
}
