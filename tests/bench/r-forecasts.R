# One series a line on stdin: season length;horizon;values;targets, numbers apart by blanks. One line a series comes back:
#   milliseconds;point;lower 0.8;upper 0.8;lower 0.95;upper 0.95;P at the date of each target;P by the date
# The forecast is EAT, the mean of ets, auto.arima and thetaf, bounds likewise; the probabilities are shares of paths
# simulated half from ets, half from auto.arima. `failed` where R gave up.
suppressMessages(library(forecast))
set.seed(1)
pathsEach <- 256
numbers <- function(text) as.numeric(strsplit(text, " ", fixed = TRUE)[[1]])
shown <- function(values) paste(format(as.numeric(values), digits = 10, trim = TRUE), collapse = " ")
answer <- function(line) {
  parts <- strsplit(line, ";", fixed = TRUE)[[1]]
  h <- as.integer(parts[2])
  y <- ts(numbers(parts[3]), frequency = as.integer(parts[1]))
  start <- proc.time()[["elapsed"]]
  e <- ets(y)
  a <- auto.arima(y)
  all <- list(forecast(e, h, level = c(80, 95)), forecast(a, h, level = c(80, 95)), thetaf(y, h, level = c(80, 95)))
  ms <- (proc.time()[["elapsed"]] - start) * 1000
  average <- function(of) Reduce(`+`, lapply(all, of)) / length(all)
  columns <- list(
    average(function(f) as.numeric(f$mean)),
    average(function(f) as.numeric(f$lower[, 1])), average(function(f) as.numeric(f$upper[, 1])),
    average(function(f) as.numeric(f$lower[, 2])), average(function(f) as.numeric(f$upper[, 2]))
  )
  targets <- if (length(parts) > 3) numbers(parts[4]) else numeric()
  at <- by <- numeric()
  if (length(targets) > 0) {
    draw <- function(fit) t(replicate(pathsEach, as.numeric(simulate(fit, nsim = h, future = TRUE))))
    paths <- rbind(matrix(draw(e), nrow = pathsEach), matrix(draw(a), nrow = pathsEach))
    highest <- apply(paths, 1, max)
    at <- sapply(targets, function(target) mean(paths[, h] >= target))
    by <- sapply(targets, function(target) mean(highest >= target))
  }
  paste(c(shown(ms), sapply(c(columns, list(at, by)), shown)), collapse = ";")
}
lines <- readLines(file("stdin"))
for (line in lines) cat(tryCatch(answer(line), error = function(e) "failed"), "\n", sep = "")
