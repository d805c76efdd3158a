#!/usr/bin/env bash
# Drives the local service through every operation of v1 with curl; CurlTests.swift runs it.
#
#   v1.sh SOCKET ROOT   works in the directory ROOT, and prints each operation that did what it should; fails at the
#                       first that did not
set -euo pipefail
readonly socket=$1 root=$2
answer=

fail() { printf '%s: %s\n' "$1" "$answer" >&2; exit 1; }

# call OPERATION STATUS METHOD PATH [BODY]
call() {
  local words=(--silent --show-error --max-time 120 --unix-socket "$socket" --request "$3"
    --header 'Content-Type: application/json' --write-out '\n%{http_code}')
  [ $# -lt 5 ] || words+=(--data-binary "$5")
  answer=$(curl "${words[@]}" "http://localhost/v1/project/objectstorage/$4")
  [ "${answer##*$'\n'}" = "$2" ] || fail "$1 was to answer $2"
  answer=${answer%$'\n'*}
  local place=${4%%\?*}
  printf '%s\n%s %s\n' "$1" "$3" "${place/%\/[0-9]*//{task\}}"
}

has() { [[ $answer == *"$1"* ]] || fail "$1 was to be in it"; }
number() { [[ $answer =~ \"$1\":([0-9]+) ]] || fail "$1 was to be in it"; printf '%s' "${BASH_REMATCH[1]}"; }

# until_status TASK STATUS
until_status() {
  for _ in {1..3000}; do
    call show 200 GET "task/$1"
    [ "$(number status)" != "$2" ] || return 0
    sleep 0.1
  done
  fail "task $1 was to come to status $2"
}

node() { printf '{"cloud_type":"Local","region":"none","ak":"none","sk":"none","bucket":"%s","object_key":%s}' "$1" "$2"; }

# task KIND KEYS FOLDER MORE
task() {
  printf '{"task_type":"%s","src_node":%s,"dst_node":%s,"enableKMS":false,"thread_num":5%s}' "$1" \
    "$(node "$root/from" "$2")" "$(node "$root/to" "\"$3\"")" "$4"
}

readonly slowly='[{"start":"00:00","end":"23:59","max_bandwidth":5242880}]'
readonly keys='"source_ak":"none","source_sk":"none","target_ak":"none","target_sk":"none"'
mkdir -p "$root/from/big" "$root/from/small"
truncate --size 100M "$root/from/big/object"
printf small >"$root/from/small/object"

call version 200 GET version
has '"v1'
call quota 200 GET quotas
[ "$(number quota)" -gt 0 ] || fail 'some tasks were to be possible at once'

call create 200 POST task "$(task object '"big/"' slow ",\"bandwidth_policy\":$slowly")"
slow=$(number id)
call create 200 POST task "$(task prefix '{"keys":["small/"]}' quick '')"
quick=$(number id)
until_status "$quick" 5
[ "$(cat "$root/to/quick/small/object")" = small ] || fail 'the small object was to arrive'
call list 200 GET 'task?start=0&limit=10'
has "\"id\":$slow" && has "\"id\":$quick"
call list 200 GET 'task?start=0&limit=10&state=5'
has "\"id\":$quick"
call count 200 GET 'task?totalcount=true'
has '"taskcount":2}'

until_status "$slow" 2
call delete 400 DELETE "task/$slow"
has OMS.0063
call operate 400 PUT "task/$slow" '{"operation":"pause"}'
has OMS.0064
call stop 200 PUT "task/$slow" '{"operation":"stop"}'
until_status "$slow" 3
call change_bandwidthpolicy 200 PUT "task/$slow" '{"operation":"change_bandwidthpolicy","bandwidth_policy":[]}'
call start 200 PUT "task/$slow" "{\"operation\":\"start\",\"migration_failed_object\":false,$keys}"
until_status "$slow" 5
cmp "$root/from/big/object" "$root/to/slow/big/object"

for id in "$slow" "$quick"; do
  call delete 204 DELETE "task/$id"
  call show 400 GET "task/$id"
  has OMS.0053
done
