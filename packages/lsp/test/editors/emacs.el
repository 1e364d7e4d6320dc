;; Opens a flow with Eglot, waits for what is wrong with it, and completes a word.
(package-initialize)
(require 'eglot)
(define-derived-mode failover-mode prog-mode "Failover")
(add-to-list 'auto-mode-alist '("\\.failover\\'" . failover-mode))
(add-to-list 'eglot-server-programs
             (list 'failover-mode "node" (getenv "FAILOVER_SERVER") "--stdio"))
(setq eglot-sync-connect 20
      make-backup-files nil
      create-lockfiles nil)

(defun wait-for (what)
  "Wait up to 20 seconds until WHAT returns something."
  (let ((tries 200))
    (while (and (> tries 0) (not (funcall what)))
      (accept-process-output nil 0.1)
      (setq tries (1- tries)))))

(find-file (getenv "FAILOVER_FILE"))
(apply #'eglot (eglot--guess-contact))
(wait-for (lambda () (flymake-start) (flymake-diagnostics)))
(dolist (one (flymake-diagnostics))
  (message "SEEN %d: %s" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))

(goto-char (point-min))
(forward-line (string-to-number (getenv "FAILOVER_LINE")))
(insert "  " (getenv "FAILOVER_TYPED") "\n")
(backward-char)
(completion-at-point)
(message "LINE %s" (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
(set-buffer-modified-p nil)
(kill-emacs 0)
