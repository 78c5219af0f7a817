-- Neovim with the configuration of editors/nvim on a draft: diagnostics, hover window, code action, all awaited.
-- usage: nvim --clean --headless -l nvim.lua EDITORS/NVIM DRAFT
local config, draft = arg[1], vim.fn.fnamemodify(arg[2], ':p')
local started = vim.uv.hrtime()

local function say(text, ...)
  io.stdout:write(('%4d ms  %s\n'):format((vim.uv.hrtime() - started) / 1e6, text:format(...)))
end

local function fail(text, ...)
  io.stderr:write('nvim: ' .. text:format(...) .. '\n')
  os.exit(1)
end

local function await(what, condition)
  if not vim.wait(30000, condition, 10) then
    fail('%s did not come', what)
  end
end

local function find(code)
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.code == code and diagnostic.message:find('“stop”', 1, true) then
      return diagnostic
    end
  end
end

vim.cmd('filetype on')
vim.opt.runtimepath:append(config)
vim.lsp.enable('backread')
vim.cmd.edit(draft)

await('a misquote', function() return find('misquote') end)
local misquote = find('misquote')
say('%d diagnostics; at %d:%d %s', #vim.diagnostic.get(0), misquote.lnum + 1, misquote.col + 1, misquote.message)
if misquote.severity ~= vim.diagnostic.severity.ERROR or misquote.source ~= 'backread' then
  fail('the misquote is not an error of backread: %s', vim.inspect(misquote))
end
local line = vim.api.nvim_buf_get_lines(0, misquote.lnum, misquote.lnum + 1, false)[1]
local changed = line:find('not rest', 1, true)
if not changed or changed <= misquote.col or changed > misquote.end_col then
  fail('the misquote is not where the words are: %s', vim.inspect(misquote))
end

vim.api.nvim_win_set_cursor(0, { misquote.lnum + 1, changed })
vim.lsp.buf.hover()
local float
await('the hover window', function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      float = window
    end
  end
  return float
end)
local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false), '\n')
say('hover:\n%s', shown)
for _, wanted in ipairs({ 'Conflicting', 'we will not **stop** while there is a chance', 'The Averel Gazette', 'corpus/averel-gazette.md:13' }) do
  if not shown:find(wanted, 1, true) then
    fail('the hover does not show “%s”', wanted)
  end
end
vim.api.nvim_win_close(float, true)

local before = #vim.diagnostic.get(0)
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.title == "Restore the source's words (“rest” to “stop”)" end })
await('the fix', function()
  return vim.api.nvim_buf_get_lines(0, misquote.lnum, misquote.lnum + 1, false)[1] == line:gsub('not rest', 'not stop')
end)
say('fixed: %s', vim.api.nvim_buf_get_lines(0, misquote.lnum, misquote.lnum + 1, false)[1])
await('the report without it', function() return #vim.diagnostic.get(0) == before - 1 and not find('misquote') end)
say('%d diagnostics left', #vim.diagnostic.get(0))
vim.cmd.write()

local client = vim.lsp.get_clients({ name = 'backread' })[1]
client:stop()
await('the end of the server', function() return #vim.lsp.get_clients() == 0 end)
say('the server has ended')
os.exit(0)
