package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"blkplay/build/bench/workload"
	"blkplay/build/tinygo"
)

// cell is a Node that runs workloads in one build of build/bench/cell.
type cell struct {
	name    string
	process *exec.Cmd
	ask     io.WriteCloser
	answers *bufio.Reader
}

// aim is the most that WebAssembly may take of the native time.
const aim = 1.7

// underNode measures each workload natively and as WebAssembly from either
// compiler, in turn, so that all meet the machine in the same mood; it prints the
// times as multiples of the native one.
func underNode(bios int64, runs int, only string) error {
	dir, err := os.MkdirTemp("", "blkplay-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	cells, err := startCells(dir)
	for _, c := range cells {
		defer c.stop()
	}
	if err != nil {
		return err
	}
	fmt.Printf("\n%-28s %10s", "WebAssembly under Node", "native ns")
	for _, c := range cells {
		fmt.Printf(" %8s", c.name)
	}
	fmt.Println("   times native")
	over := 0
	for of := range workload.All {
		w := &workload.All[of]
		for elevator, ref := range w.Steps {
			name := fmt.Sprintf("%s %s %s", w.Kernel, w.Name, ref.Elevator)
			if !strings.Contains(name, only) {
				continue
			}
			ns, ratios, err := beside(cells, of, elevator, bios, runs)
			if err != nil {
				return err
			}
			fmt.Printf("%-28s %10.0f", name, ns)
			for _, r := range ratios {
				fmt.Printf(" %8.2f", r)
			}
			fmt.Println()
			if ratios[len(ratios)-1] > aim {
				over++
			}
		}
	}
	if over > 0 {
		fmt.Printf("%d under Node slower than %.1f times native\n", over, aim)
	}
	return nil
}

// beside returns the native time of a bio, and the medians of the cells' ratios to it.
func beside(cells []*cell, of, elevator int, bios int64, runs int) (ns float64, ratios []float64, err error) {
	w := &workload.All[of]
	var natives []float64
	each := make([][]float64, len(cells))
	for range runs {
		native, err := run(w.Scenario(w.Steps[elevator].Elevator, bios), false)
		if err != nil {
			return 0, nil, err
		}
		natives = append(natives, float64(native.took.Nanoseconds())/float64(bios))
		for i, c := range cells {
			took, err := c.run(of, elevator, bios)
			if err != nil {
				return 0, nil, err
			}
			each[i] = append(each[i], took.Seconds()/native.took.Seconds())
		}
	}
	for _, r := range each {
		ratios = append(ratios, median(r))
	}
	return median(natives), ratios, nil
}

// startCells compiles build/bench/cell with Go and, where it is, TinyGo.
func startCells(dir string) ([]*cell, error) {
	byGo := filepath.Join(dir, "go.wasm")
	compile := exec.Command("go", "build", "-o", byGo, "./build/bench/cell")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := compile.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	glue := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	first, err := startCell("Go", byGo, glue)
	if err != nil {
		return nil, err
	}
	cells := []*cell{first}
	compiler, err := tinygo.Find()
	if err != nil {
		return cells, err
	}
	byTinyGo := filepath.Join(dir, "tinygo.wasm")
	if err := compiler.Build(".", "./build/bench/cell", byTinyGo, tinygo.Regions); err != nil {
		return cells, err
	}
	second, err := startCell("TinyGo", byTinyGo)
	if err == nil {
		cells = append(cells, second)
	}
	return cells, err
}

func startCell(name string, wasm ...string) (*cell, error) {
	args := append([]string{"--stack-size=8192", filepath.Join("build", "bench", "cell", "cell.mjs")}, wasm...)
	c := &cell{name: name, process: exec.Command("node", args...)}
	c.process.Stderr = os.Stderr
	var err error
	if c.ask, err = c.process.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.answers = bufio.NewReader(out)
	return c, c.process.Start()
}

// run returns the computing time of a workload.
func (c *cell) run(of, elevator int, bios int64) (time.Duration, error) {
	if _, err := fmt.Fprintln(c.ask, of, elevator, bios); err != nil {
		return 0, err
	}
	var ns int64
	if _, err := fmt.Fscanln(c.answers, &ns); err != nil {
		return 0, fmt.Errorf("%s under Node: %w", c.name, err)
	}
	return time.Duration(ns), nil
}

func (c *cell) stop() {
	c.ask.Close()
	c.process.Wait()
}
