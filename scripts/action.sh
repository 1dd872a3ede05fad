#!/usr/bin/env bash
# The step of action.yml: installs crossyear beside the job's own Python, checks, and tells the verdict.
# The exit code is that of the check, so a step fails with it; the files are there in any case.
set -uo pipefail

program=${CROSSYEAR:-}
if [ -z "$program" ]; then
    "${CHECK_PYTHON:-python3}" -m venv "$RUNNER_TEMP/crossyear" || exit 2
    "$RUNNER_TEMP/crossyear/bin/pip" install --quiet --disable-pip-version-check \
        -c "$GITHUB_ACTION_PATH/requirements.lock" "$GITHUB_ACTION_PATH" || exit 2
    program=$RUNNER_TEMP/crossyear/bin/crossyear
fi

folder=${CHECK_FOLDER:-crossyear-check}
mkdir -p "$folder" || exit 2
# What an earlier run left must not pass for the result of this one.
rm -f "$folder"/check.{md,json,html,xml,sarif}

arguments=()
[ -z "${CHECK_EARLIER:-}" ] || arguments+=("$CHECK_EARLIER")
arguments+=("$CHECK_LATER")
options=()
[ -z "${CHECK_GIT:-}" ] || options+=("--git=$CHECK_GIT")
[ -z "${CHECK_RULES:-}" ] || options+=("--rules=$CHECK_RULES")
[ -z "${CHECK_ACKNOWLEDGED:-}" ] || options+=("--acknowledged=$CHECK_ACKNOWLEDGED")
[ -z "${CHECK_BASELINE:-}" ] || options+=("--baseline=$CHECK_BASELINE")
[ -z "${CHECK_FAIL_ON:-}" ] || options+=("--fail-on=$CHECK_FAIL_ON")
[ -z "${CHECK_LANG:-}" ] || options+=("--lang=$CHECK_LANG")
for suffix in md json html xml sarif; do options+=("-o" "$folder/check.$suffix"); done

"$program" check --format text "${options[@]}" -- "${arguments[@]}"
code=$?

case $code in
    0) verdict=passed ;;
    1) verdict=failed ;;
    *) verdict="could not compare" ;;
esac
if [ ! -f "$folder/check.md" ]; then
    # Wrong usage or a bug: a reader of the comment must not take silence for sameness.
    printf '# crossyear check: could not compare\n\nThe check ended with code %s and wrote nothing; see the log.\n' \
        "$code" | tee "$folder/check.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
{
    printf 'verdict=%s\n' "$verdict"
    printf 'folder=%s\n' "$folder"
} >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
