-- The settings of Neovim for the test: its own client of language servers, and nothing else.
vim.bo.swapfile = false
vim.opt.swapfile = false
vim.opt.completeopt = 'menu'

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = '*.failover',
  callback = function()
    vim.bo.filetype = 'failover'
    vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
    local client = vim.lsp.start_client({
      name = 'failover',
      cmd = { 'node', vim.env.FAILOVER_SERVER, '--stdio' },
      root_dir = vim.env.FAILOVER_ROOT,
    })
    vim.lsp.buf_attach_client(0, client)
  end,
})

function SeenDiagnostics()
  local lines = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(lines, string.format('%d: %s', one.lnum + 1, one.message))
  end
  return table.concat(lines, '\n')
end
