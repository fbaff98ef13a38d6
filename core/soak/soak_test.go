package soak_test

import (
	"flag"
	"testing"

	"blkplay/core/scenario"
	"blkplay/core/soak"
)

var (
	seeds = flag.Uint64("seeds", 600, "how many scenarios by chance are run")
	first = flag.Uint64("first", 1, "seed of the first")
)

// TestProperties runs scenarios by chance:
//
//	go test ./core/soak -seeds 200000
//	go test ./core/soak -first 4711 -seeds 1
func TestProperties(t *testing.T) {
	ended, failed := map[string]int{}, 0
	for seed := *first; seed < *first+*seeds; seed++ {
		sc := soak.Scenario(seed)
		if errs := scenario.Check(sc); len(errs) > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, errs, scenario.Format(sc))
		}
		end, err := soak.Check(sc, seed)
		if end {
			ended[string(sc.Kernel)+" "+sc.Elevator]++
		}
		if err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, scenario.Format(sc))
			if failed++; failed == 5 {
				t.FailNow()
			}
		}
	}
	t.Log("ended:", ended)
	for _, k := range scenario.Kernels() {
		for _, e := range k.Elevators {
			if who := string(k.Name) + " " + e.Name; *seeds >= 600 && ended[who] == 0 {
				t.Error("no run of", who, "came to its end")
			}
		}
	}
}
