package soak_test

import (
	"errors"
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
	ended, missing, failed := map[string]int{}, map[string]int{}, 0
	for seed := *first; seed < *first+*seeds; seed++ {
		sc := soak.Scenario(seed)
		if errs := scenario.Check(sc); len(errs) > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, errs, scenario.Format(sc))
		}
		end, err := soak.Check(sc, seed)
		if end {
			ended[string(sc.Kernel)+" "+sc.Elevator]++
		}
		if none := new(soak.NoMachine); errors.As(err, &none) {
			missing[none.Error()]++
		} else if err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, scenario.Format(sc))
			if failed++; failed == 5 {
				t.FailNow()
			}
		}
	}
	t.Log("ended:", ended)
	t.Log("no machine:", missing)
}
