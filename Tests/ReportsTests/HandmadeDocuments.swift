import Diagnostics
import Documents

let nowhere = SourceSpan(0, 0)

func document(_ blocks: [Block], frontMatter: FrontMatter = FrontMatter()) -> Document {
  Document(source: SourceText("", name: "notebooks/x.md"), frontMatter: frontMatter, blocks: blocks)
}

func b(_ kind: Block.Kind) -> Block { Block(kind, span: nowhere) }
func i(_ kind: Inline.Kind) -> Inline { Inline(kind, span: nowhere) }
func t(_ text: String) -> Inline { i(.text(text)) }
func p(_ inlines: Inline...) -> Block { b(.paragraph(inlines)) }
