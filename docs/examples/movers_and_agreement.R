# Who moved from yellow to green, and do the Ombudsman and PANRB agree?
#
#     Rscript movers_and_agreement.R [FOLDER]        (default: output)
#
# Reads a dataset that tilik wrote; needs no packages.
folder <- c(commandArgs(trailingOnly = TRUE), "output")[1]
table <- function(name) {
  # Codes are text: 18.10 is not 18.1. Empty cells are missing, "NA" would not be.
  read.csv(file.path(folder, name), colClasses = c(region_code = "character"), na.strings = "",
           encoding = "UTF-8", stringsAsFactors = FALSE)
}

# 1. From yellow to green between two assessments that follow one another.
results <- table("results.csv")
zones <- subset(results, is.na(unit) & !is.na(year) & instrument == "kepatuhan_ombudsman")
zones$colour <- ifelse(is.na(zones$zone), zones$zone_derived, zones$zone)
zones <- subset(zones, !is.na(colour) & !is.na(region_code))
years <- sort(unique(zones$year))
zones$next_year <- years[match(zones$year, years) + 1]
pairs <- merge(zones, zones, by.x = c("region_code", "next_year"), by.y = c("region_code", "year"),
               suffixes = c("_from", "_to"))
moved <- subset(pairs, colour_from == "kuning" & colour_to == "hijau")
moved <- moved[order(moved$year, moved$region_code, method = "radix"), ]
cat("moved from yellow to green\n")
for (i in seq_len(nrow(moved))) with(moved[i, ], {
  same <- if (identical(scale_from, scale_to)) "same scale" else "other scale"
  cat(paste(region_from, year, next_year, same, sep = "\t"), "\n", sep = "")
})

# 2. The regions that both assessed in the same year, by rank.
panel <- table("panel_region_year.csv")
both <- subset(panel, !is.na(kepatuhan_score) & !is.na(ipp_score))
both <- both[order(both$year, -both$kepatuhan_score), ]
cat("assessed by both\n")
for (i in seq_len(nrow(both))) with(both[i, ], {
  cat(sprintf("%s\t%d\t%.2f\t%.2f\n", region, as.integer(year), kepatuhan_score, ipp_score))
})
cat("rank correlation\n")
for (group in split(both, both$year)) {
  if (nrow(group) > 2) {
    r <- cor(group$kepatuhan_score, group$ipp_score, method = "spearman")
    cat(sprintf("%d\t%d\t%.2f\n", as.integer(group$year[1]), nrow(group), r))
  }
}
