---@brief
---
--- Holds every sentence of a Markdown draft against a folder of saved sources.
---
--- Settings and sources are found from the draft upwards: `backread.toml`, else a folder `corpus` or `sources`.

---@type vim.lsp.Config
return {
  cmd = { 'backread', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { 'backread.toml', 'corpus', 'sources', '.git' },
}
