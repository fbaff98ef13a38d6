package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/scenario"
)

// live is what stores and elevator switches keep.
type live struct {
	bypass  bool // QUEUE_FLAG_ELVSWITCH: new requests pass the elevator by
	elvPriv int  // allocated requests of which the elevator knows
}
