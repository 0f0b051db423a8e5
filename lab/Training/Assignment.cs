namespace Ascribe.Lab.Training;

/// <summary>The assignment of rows to columns, one to one, with the largest sum (Kuhn 1955, Munkres 1957), by shortest augmenting paths.</summary>
internal static class Assignment
{
    /// <summary>The largest sum. Cubic in the longer side.</summary>
    /// <param name="gains">Not negative.</param>
    public static double Best(double[,] gains)
    {
        var size = Math.Max(gains.GetLength(0), gains.GetLength(1));
        double Cost(int row, int column) => row < gains.GetLength(0) && column < gains.GetLength(1) ? -gains[row, column] : 0;

        // Rows and columns count from 1; column 0 holds the row that is being placed.
        var ofRow = new double[size + 1];
        var ofColumn = new double[size + 1];
        var rowAt = new int[size + 1];
        var before = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowAt[0] = row;
            var column = 0;
            var slack = new double[size + 1];
            Array.Fill(slack, double.PositiveInfinity);
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                var (nearest, step) = (0, double.PositiveInfinity);
                for (var c = 1; c <= size; c++)
                {
                    if (used[c]) continue;
                    var reduced = Cost(rowAt[column] - 1, c - 1) - ofRow[rowAt[column]] - ofColumn[c];
                    if (reduced < slack[c]) (slack[c], before[c]) = (reduced, column);
                    if (slack[c] < step) (nearest, step) = (c, slack[c]);
                }

                for (var c = 0; c <= size; c++)
                {
                    if (used[c])
                    {
                        ofRow[rowAt[c]] += step;
                        ofColumn[c] -= step;
                    }
                    else
                    {
                        slack[c] -= step;
                    }
                }

                column = nearest;
            }
            while (rowAt[column] != 0);

            for (; column != 0; column = before[column]) rowAt[column] = rowAt[before[column]];
        }

        var sum = 0.0;
        for (var c = 1; c <= size; c++) sum -= Cost(rowAt[c] - 1, c - 1);
        return sum;
    }
}
