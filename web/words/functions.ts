/** Where a step stands in each kernel's source. */
export interface Functions {
  queue: string;
  getRequest: string;
  taskPlug: string;
  insert: string;
  merge: string;
  issue: string;
  complete: string;
}

const of: Record<string, Functions> = {
  '2.6.24': {
    queue: '__generic_make_request',
    getRequest: 'get_request',
    taskPlug: '',
    insert: 'elv_insert',
    merge: 'elv_merge',
    issue: 'elv_next_request',
    complete: '__end_that_request_first',
  },
  '4.4': {
    queue: 'generic_make_request',
    getRequest: 'get_request',
    taskPlug: 'blk_queue_bio',
    insert: '__elv_add_request',
    merge: 'elv_merge',
    issue: 'blk_peek_request',
    complete: 'blk_update_request',
  },
  '6.18': {
    queue: 'submit_bio_noacct',
    getRequest: 'blk_mq_get_new_requests',
    taskPlug: 'blk_add_rq_to_plug',
    insert: 'blk_mq_insert_request',
    merge: 'blk_mq_sched_try_merge',
    issue: 'blk_mq_start_request',
    complete: 'blk_update_request',
  },
};

export function functionsOf(kernel: string): Functions {
  return of[kernel] ?? of['2.6.24'];
}
