package trace

// Causes of kyber.
const (
	KyberBatch Cause = causeKyber + iota
	KyberTurn
	KyberNoToken
	KyberFlushed
	KyberCongested
	KyberThrottled
	KyberEased
	KyberTimer
)

var rulesKyber = []Rule{
	KyberBatch - causeKyber:     {"kyber-batch", "kyber_dispatch_request", "The batch of this domain goes on: its oldest request, number {B} of the batch."},
	KyberTurn - causeKyber:      {"kyber-turn", "kyber_dispatch_request", "The turn passes to this domain (0 reads, 1 writes): its oldest request begins a batch."},
	KyberNoToken - causeKyber:   {"kyber-no-token", "kyber_get_domain_token", "The domain (0 reads, 1 writes) has all its {B} tokens out: its requests wait until one comes back."},
	KyberFlushed - causeKyber:   {"kyber-flushed", "kyber_flush_busy_kcqs", "{B} requests of the domain leave the list in which bios can still merge."},
	KyberCongested - causeKyber: {"kyber-congested", "kyber_timer_fn", "More than a tenth of the device's answers came later than the target: the device is congested."},
	KyberThrottled - causeKyber: {"kyber-throttled", "kyber_resize_domain", "The device is congested and this domain does well: it gets fewer tokens, {B}."},
	KyberEased - causeKyber:     {"kyber-eased", "kyber_resize_domain", "This domain misses its target: it gets more tokens, {B}."},
	KyberTimer - causeKyber:     {"kyber-timer", "kyber_completed_request", "Latencies are looked at a tenth of a second after the first completion."},
}
