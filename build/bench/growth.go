package main

import (
	"fmt"

	"blkplay/build/bench/workload"
	"blkplay/core/scenario"
)

// growth prints what a bio costs in a run of ten times the bios, beside the
// short run, for devices that take few requests at once and for ones that take
// thousands: 1 is no growth.
func growth(bios int64, runs int) error {
	fmt.Printf("\n%-28s %10s %12s\n", "10 times the bios", "M bios/s", "cost of each")
	for _, depth := range []int64{4, 32, 256, 2048, 8192} {
		for _, elevator := range []string{"noop", "deadline", "cfq", "as"} {
			scenario := func(bios int64) *scenario.Scenario {
				w := &workload.All[1] // random writes of 2.6.24
				sc := w.Scenario(elevator, bios)
				sc.Device.Depth = depth
				sc.Queue.NrRequests = max(sc.Queue.NrRequests, 2*depth)
				return sc
			}
			var ratios, speeds []float64
			for range runs {
				short, err := run(scenario(bios/10), false)
				if err != nil {
					return err
				}
				long, err := run(scenario(bios), false)
				if err != nil {
					return err
				}
				ratios = append(ratios, long.took.Seconds()/short.took.Seconds()/10)
				speeds = append(speeds, float64(bios)/long.took.Seconds()/1e6)
			}
			fmt.Printf("%-28s %10.2f %12.2f\n", fmt.Sprintf("depth %d, %s", depth, elevator), median(speeds), median(ratios))
		}
	}
	return nil
}
