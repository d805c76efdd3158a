/// The completion script for bash, mended for words with colons in them.
///
/// Bash takes a colon for the end of a word, so that the script which the library writes is asked
/// about half a word, and its answers would be put behind the other half.
struct BashScript {
  /// The script.
  let text: String

  private static let registration = "complete -o filenames -F _ferry ferry"

  /// Mends `text`; `nil` when it is not that script.
  init?(_ text: String) {
    guard text.contains(Self.registration) else { return nil }
    self.text = text.replacing(Self.registration, with: Self.wrapper)
  }

  /// Puts the halves together, asks, and takes off of each answer what stands there already.
  private static let wrapper = #"""
    __ferry_whole_words() {
        local -a words=()
        local -i index count=-1 current=0
        local piece gap joined='' line="${COMP_LINE}"
        for index in "${!COMP_WORDS[@]}"; do
            piece="${COMP_WORDS[index]}"
            gap="${line%%[![:space:]]*}"
            line="${line:${#gap} + ${#piece}}"
            if [[ "${count}" -ge 0 && -z "${gap}" && -n "${piece}" ]]; then
                words[count]+="${piece}"
                [[ "${index}" -eq "${COMP_CWORD}" ]] && joined=yes
            else
                count+=1
                words[count]="${piece}"
            fi
            [[ "${index}" -eq "${COMP_CWORD}" ]] && current="${count}"
        done

        local word="${2}"
        [[ -n "${joined}" ]] && word="${words[current]}"
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${current}"
        _ferry "${1}" "${word}" "${words[current - 1]}"

        [[ -n "${joined}" ]] || return 0
        local head="${word%"${word##*[:=]}"}"
        for index in "${!COMPREPLY[@]}"; do
            COMPREPLY[index]="${COMPREPLY[index]#"${head}"}"
        done
    }

    complete -o filenames -F __ferry_whole_words ferry
    """#
}
